/** A compiled validator, as ajv's standalone code exports it. */
export interface BodyValidator {
  (body: unknown): boolean;
  errors?: readonly SchemaError[] | null | undefined;
}

export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The schemas of documented bodies that a load run meets. */
export interface BodyValidators {
  readonly chatroom: BodyValidator;
  readonly unauthorized: BodyValidator;
  readonly validationError: BodyValidator;
}

export const validatedSchemas = [
  'chatroom',
  'unauthorized',
  'validationError',
] as const satisfies readonly (keyof BodyValidators)[];
