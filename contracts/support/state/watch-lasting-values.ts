import { LastingValues } from './lasting-values';
import { timesTaken } from './written';

/** Of all chatrooms of the run. */
export const lastingValues = new LastingValues(timesTaken);
