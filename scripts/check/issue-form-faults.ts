import Ajv2020 from 'ajv/dist/2020';

import schema from './issue-form.schema.json';

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

/** What GitHub would refuse in an issue form; empty: nothing that is known here. */
export function issueFormFaults(form: unknown): string[] {
  if (!validate(form)) {
    return (validate.errors ?? []).map(
      ({ instancePath, message = '' }) => `${instancePath || '/'}: ${message}`,
    );
  }
  const { body } = form as { body: { id?: string; attributes: { label?: string } }[] };
  return [
    ...twice(body.map(({ id }) => id)).map((id) => `two elements have the id ${id}`),
    ...twice(body.map(({ attributes }) => attributes.label)).map(
      (label) => `two elements are labelled ${label}`,
    ),
  ];
}

function twice(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text, index): text is string => text !== undefined && texts.indexOf(text) !== index);
}
