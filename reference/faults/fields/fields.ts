import { schemaFiles } from '../../../schemas/validation/schema-files';
import type { Fault } from '../fault';
import { on, rewritingBody } from '../hooks';
import { damages, type Damage, type PropertySchema } from './damages';
import { places, type Place } from './places';

interface ObjectSchema {
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
}

const { last_rating, last_summary } = schemaFiles.chatroom.properties;

const schemas: Readonly<Record<keyof typeof places, ObjectSchema>> = {
  chatroom: schemaFiles.chatroom,
  ambassador: schemaFiles.ambassador,
  pivot: schemaFiles.pivot,
  last_rating,
  last_summary,
  unauthorized: schemaFiles.unauthorized,
  'validation-error': schemaFiles.validationError,
};

/** Every documented property of an answer, damaged in every way that its schema rules out. */
export const fieldFaults: readonly Fault[] = Object.entries(places).flatMap(([name, place]) =>
  faultsOfObject(name, place, schemas[name as keyof typeof places]),
);

function faultsOfObject(name: string, place: Place, schema: ObjectSchema): readonly Fault[] {
  return Object.entries(schema.properties).flatMap(([key, property]) =>
    damages
      .filter(({ applies }) => applies(property, schema.required?.includes(key) ?? false))
      .map((damage) => fieldFault(`${name}.${key}`, place, key, property, damage)),
  );
}

/** An id that is out of range is also not the id that it has to be. */
function alongside(field: string, key: string, damage: string): string[] {
  if (damage !== 'overflow') return [];
  if (key === 'id_ambassador') return [`${places.pivot.path}/id_ambassador/own`];
  return field === 'pivot.id_chatroom' ? [`${places.pivot.path}/id_chatroom/requested`] : [];
}

function fieldFault(
  field: string,
  { statuses, path, objectsIn }: Place,
  key: string,
  property: PropertySchema,
  { name, description, policy, damage }: Damage,
): Fault {
  return {
    name: `${field}.${name}`,
    description: `${field} ${description}`,
    policy,
    breaks: [`${path}/${key}`, ...alongside(field, key, name)],
    change: rewritingBody(on(...statuses), (body) => {
      for (const object of objectsIn(body)) damage(object, key, property);
    }),
  };
}
