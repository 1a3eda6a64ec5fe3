/** What asks for no more than that its notice is kept. Anything may depend on it. */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
] as const;

/** Also for what only develops the suite, which is not passed on with it. */
export const developmentLicences = ['CC-BY-3.0', 'MPL-2.0', 'PSF-2.0', 'Python-2.0'] as const;

/** Packages whose package.json names no SPDX licence, and what their licence file says. A new version is read anew. */
export const readByHand: Readonly<Record<string, string>> = {
  'compute-gcd@1.2.1': 'MIT',
  'compute-lcm@1.1.2': 'MIT',
  'cookie-lite@0.0.1': 'LicenseRef-OMv2-FO',
  'json-query@2.2.2': 'MIT',
  'optimist@0.3.7': 'MIT',
  'validate.io-function@1.0.2': 'MIT',
  'validate.io-integer@1.0.5': 'MIT',
  'validate.io-integer-array@1.0.0': 'MIT',
  'validate.io-number@1.0.3': 'MIT',
};

/** Licences of a package's own: the text was read, and asks for no more than those above. */
export const ownLicences = ['LicenseRef-OMv2-FO'] as const;
