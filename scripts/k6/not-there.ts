/** Why a way leads to no k6 where nothing is wrong: what it would take is not there. The search goes on without a word. */
export class NotThere extends Error {}
