import type { JsonObject } from '../hooks';

/** What a JSON Schema of this project says about one property. */
export interface PropertySchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
}

/** One way to damage a property, and the properties that it damages. */
export interface Damage {
  readonly name: string;
  readonly policy: readonly number[];
  readonly description: string;
  readonly applies: (schema: PropertySchema, required: boolean) => boolean;
  readonly damage: (object: JsonObject, key: string, schema: PropertySchema) => void;
}

const always = (): boolean => true;
const isDateTime = ({ format }: PropertySchema): boolean => format === 'date-time';

/** Sets a property to what a function makes of its value. */
function setting(
  make: (value: unknown, schema: PropertySchema) => unknown,
): (object: JsonObject, key: string, schema: PropertySchema) => void {
  return (object, key, schema) => {
    object[key] = make(object[key], schema);
  };
}

export const damages: readonly Damage[] = [
  {
    name: 'missing',
    policy: [5],
    description: 'is missing',
    applies: (_schema, required) => required,
    damage: (object, key) => {
      Reflect.deleteProperty(object, key);
    },
  },
  { name: 'null', policy: [5], description: 'is null', applies: always, damage: setting(() => null) },
  {
    name: 'wrong-type',
    policy: [5],
    description: 'has another type than documented',
    applies: always,
    damage: setting((value, { type }) => wrongType(value, type)),
  },
  {
    name: 'out-of-enum',
    policy: [6],
    description: 'is a code that is not documented',
    applies: (schema) => schema.enum !== undefined,
    damage: setting((_value, { type }) => (type === 'string' ? '3' : 3)),
  },
  {
    name: 'overflow',
    policy: [6],
    description: 'is beyond int32',
    applies: ({ format }) => format === 'int32',
    damage: setting(() => 2 ** 31),
  },
  {
    name: 'without-t',
    policy: [3],
    description: 'has a space where RFC 3339 has a T',
    applies: isDateTime,
    damage: setting((value) => String(value).replace('T', ' ')),
  },
  {
    name: 'without-offset',
    policy: [3],
    description: 'has no offset',
    applies: isDateTime,
    damage: setting((value) => String(value).replace('Z', '')),
  },
  {
    name: 'offset-without-colon',
    policy: [3],
    description: 'has an offset without a colon',
    applies: isDateTime,
    damage: setting((value) => String(value).replace('Z', '+0000')),
  },
  {
    name: 'impossible-day',
    policy: [3],
    description: 'is on a day that no calendar has',
    applies: isDateTime,
    damage: setting((value) => String(value).replace(/-\d\d-\d\dT/, '-02-30T')),
  },
];

/** The mistakes that servers make: numbers as text, text as numbers, booleans as 0 and 1, lists as maps. */
function wrongType(value: unknown, type: string | undefined): unknown {
  if (type === 'integer') return String(value);
  if (type === 'boolean') return value === true ? 1 : 0;
  if (type === 'array') return Object.fromEntries(Object.entries(value as unknown[]));
  if (type === 'object') return [];
  const number = Number(value);
  return Number.isInteger(number) && value !== '' ? number : 42;
}
