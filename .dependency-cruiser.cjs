/** The import rule of docs/ARCHITECTURE.md, room by room. */
const room = (name) => `^${name}/`;
const rooms = '^(schemas|contracts|load|reference|reports|scripts|tests)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'schemas-imports-no-room',
      severity: 'error',
      from: { path: room('schemas') },
      to: { path: rooms, pathNot: room('schemas') },
    },
    ...['contracts', 'load', 'reference', 'reports'].map((name) => ({
      name: `${name}-imports-only-schemas`,
      severity: 'error',
      from: { path: room(name) },
      to: { path: rooms, pathNot: `^(${name}|schemas)/` },
    })),
    {
      name: 'nothing-imports-scripts',
      comment: 'scripts starts things; only the tests of the whole may look inside.',
      severity: 'error',
      from: { pathNot: '^(scripts|tests)/' },
      to: { path: room('scripts') },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      from: { pathNot: '\\.(test|spec)\\.tsx?$|^tests/' },
      to: { path: '\\.(test|spec)\\.tsx?$|^tests/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^k6' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(reports/runs|load/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
