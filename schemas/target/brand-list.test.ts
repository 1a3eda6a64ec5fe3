import fc from 'fast-check';

import { BrandListError, brandListForm, formatBrandList, parseBrandList } from './brand-list';

it('reads a list and an inclusive range', () => {
  expect(parseBrandList('3:301,302;4:400-419')).toEqual([
    { id: 3, chatrooms: [301, 302] },
    { id: 4, chatrooms: { from: 400, to: 419 } },
  ]);
});

it('takes spaces around every part', () => {
  expect(parseBrandList(' 3 : 301 , 302 ; 4: 400 - 419 ')).toEqual(parseBrandList('3:301,302;4:400-419'));
});

it('reads back what it wrote', () => {
  const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  const range = fc.tuple(id, id).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const brand = fc.record({ id: fc.integer(), chatrooms: fc.oneof(fc.array(id, { minLength: 1 }), range) });
  fc.assert(
    fc.property(fc.array(brand, { minLength: 1 }), (brands) => {
      expect(parseBrandList(formatBrandList(brands))).toEqual(brands);
    }),
  );
});

it.each([
  ['', ''],
  ['3', '3'],
  ['3:', '3:'],
  [':301', ':301'],
  ['abc:301', 'abc:301'],
  ['3.5:301', '3.5:301'],
  ['3:301;', ''],
  ['3:301;4', '4'],
  ['3:301,', '3:301,'],
  ['3:301,,302', '3:301,,302'],
  ['3:0', '3:0'],
  ['3:-301', '3:-301'],
  ['3:301 302', '3:301 302'],
  ['3:0x12d', '3:0x12d'],
  ['3:301-', '3:301-'],
  ['3:1-2-3', '3:1-2-3'],
  ['3:9007199254740993', '3:9007199254740993'],
  ['99999999999999999999:301', '99999999999999999999:301'],
])('rejects "%s" with its part and the accepted form', (text, part) => {
  expect(() => parseBrandList(text)).toThrow(
    new BrandListError(`"${part}" is not a brand with chatrooms; accepted: ${brandListForm}`),
  );
});

it.each(['4:419-400', '4:0-5'])('rejects the range of "%s" with the part and the accepted form', (text) => {
  expect(() => parseBrandList(`3:301;${text}`)).toThrow(
    new BrandListError(`"${text}" is an empty chatroom range; accepted: FROM-TO with 1 <= FROM <= TO`),
  );
});
