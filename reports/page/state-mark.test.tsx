import { renderToString } from 'preact-render-to-string';

import { stateWords, type State } from '../verdict/state';
import { StateMark } from './state-mark';

const states = Object.keys(stateWords) as State[];

/** What is left where no colour can be told from another, and no word is read. */
const silhouette = (state: State): string =>
  renderToString(<StateMark state={state} word="" />)
    .replace(/ class="[^"]*"/g, '')
    .replace(/ (fill|stroke)="#[^"]*"/g, ' $1="ink"');

it('gives each state a word and a shape of its own', () => {
  expect(new Set(Object.values(stateWords)).size).toBe(states.length);
  expect(new Set(states.map((state) => silhouette(state))).size).toBe(states.length);
});
