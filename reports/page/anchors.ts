/** Ids for deep links: readable, and free of characters that an address would escape. */
export function obligationAnchor(id: string): string {
  const name = id
    .slice(0, 120)
    .replaceAll('/', '.')
    .replaceAll('*', 'any')
    .replace(/[^\w.-]+/g, '-');
  return `obligation-${name}`;
}

export function violationAnchor(index: number): string {
  return `violation-${index + 1}`;
}

export function ledgerAnchor(number: number): string {
  return `ledger-${number}`;
}

export function loadViolationAnchor(index: number): string {
  return `load-violation-${index + 1}`;
}
