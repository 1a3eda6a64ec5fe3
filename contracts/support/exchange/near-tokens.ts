interface NearToken {
  readonly sent: string;
  /** The same in pieces of the variable that holds the token, as bash cuts and turns them. */
  readonly shown: string;
}

/**
 * Tokens that careless comparisons take for the one that is known, by what is special about them. All but a character of
 * them is secret.
 */
export function nearTokens(token: string, variable = ''): Readonly<Record<string, NearToken>> {
  const piece = (cut: string): string => `\${${variable}${cut}}`;
  const last = token.length - 1;
  const changedAt = (index: number): NearToken => {
    const other = token[index] === 'x' ? 'y' : 'x';
    const [before, behind] = [
      index === 0 ? '' : piece(`:0:${index}`),
      index === last ? '' : piece(`:${index + 1}`),
    ];
    return {
      sent: `${token.slice(0, index)}${other}${token.slice(index + 1)}`,
      shown: `${before}${other}${behind}`,
    };
  };
  // The last character of a signature may hold bits that nobody reads.
  const isSigned = token.split('.').length === 3;
  const turned = inOtherCase(token);
  return {
    'a character before the token': { sent: `x${token}`, shown: `x${piece('')}` },
    'a character behind the token': { sent: `${token}x`, shown: `${piece('')}x` },
    'the token without its last character': { sent: token.slice(0, -1), shown: piece(`:0:${last}`) },
    'the token without its first character': { sent: token.slice(1), shown: piece(':1') },
    'another token of the same length': changedAt(Math.floor(token.length / 2)),
    'a token with another first character': changedAt(0),
    ...(!isSigned && { 'a token with another last character': changedAt(last) }),
    ...(turned !== token && { 'the token in other case': { sent: turned, shown: piece('~~') } }),
  };
}

/** What is small becomes big, and the other way round. */
export function inOtherCase(token: string): string {
  return token.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
