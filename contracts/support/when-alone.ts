/** What waits for the requests that are under way; undefined: none are. */
let waiting: (() => Promise<void>)[] | undefined;

/** Does something that writes to any chatroom: at once, or when what goes side by side in several of them has ended. */
export async function whenAlone(act: () => Promise<void>): Promise<void> {
  if (waiting === undefined) await act();
  else waiting.push(act);
}

/** Runs what goes side by side in several chatrooms, and then what has waited for its end. */
export async function andThenAlone(run: () => Promise<unknown>): Promise<void> {
  const acts: (() => Promise<void>)[] = [];
  waiting = acts;
  try {
    await run();
  } finally {
    waiting = undefined;
  }
  for (const act of acts) await act();
}
