import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { startReference } from '../start-reference';
import { createTestClient, dialogue } from '../testing/exchange';
import { variantNames } from './catalogue';

const ajv = createAjv();
const schemaNames = { 200: 'chatroom', 401: 'unauthorized', 422: 'validationError' } as const;

it.each(variantNames)('%s answers documented statuses with valid bodies', async (name) => {
  const { baseUrl, close } = await startReference({ variants: [name] });
  const client = createTestClient(baseUrl);
  const first = await client.send();
  const answers = [
    await client.send({ body: dialogue('2023-10-06 13:41:09.123') }),
    await client.send({ headers: { authorization: undefined } }),
    await client.send({ body: dialogue(true) }),
  ];
  client.close();
  await close();

  expect([200, 429]).toContain(first.status);
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 422]);
  const found = answers.map(({ status, text }) => {
    const validate = validatorFor(ajv, schemaNames[status as keyof typeof schemaNames]);
    validate(JSON.parse(text));
    return validate.errors;
  });
  expect(found).toEqual([null, null, null]);
});
