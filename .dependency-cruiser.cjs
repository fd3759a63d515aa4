/** The arrows between the layers: docs/architecture.md draws them, this file is the law. */
const layer = (name) => `^src/${name}/`;
const forbid = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    forbid('core-is-alone', layer('core'), '^src/(?!core/)', 'core knows nobody'),
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'no Node, Electron, React, Lexical or electron-store in core',
      from: { path: layer('core') },
      to: { path: '(^|/)node_modules/(electron|react|react-dom|lexical|@lexical|electron-store)(/|$)' },
    },
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: `${layer('core')}|${layer('renderer')}` },
      to: { dependencyTypes: ['core'] },
    },
    forbid('storage-stands-on-core', layer('storage'), '^src/(?!core/|storage/)', 'storage sees core only'),
    forbid(
      'storage-is-node-only',
      layer('storage'),
      '(^|/)node_modules/(electron|electron-store|react|lexical)(/|$)',
    ),
    forbid('cli-stands-on-core-and-storage', layer('cli'), '^src/(main|preload|renderer)/'),
    forbid(
      'cli-has-no-electron',
      layer('cli'),
      '(^|/)node_modules/(electron|electron-store|react|lexical)(/|$)',
    ),
    forbid('main-stands-on-core-and-storage', layer('main'), '^src/(cli|renderer)/'),
    forbid('renderer-sees-core-only', layer('renderer'), '^src/(main|storage|cli|preload)/'),
    forbid('renderer-has-no-electron', layer('renderer'), '(^|/)node_modules/(electron|electron-store)(/|$)'),
    {
      name: 'features-are-islands',
      severity: 'error',
      comment: 'what two features need moves to core, session or ui',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/([^/]+)/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'a-feature-has-one-way-in',
      severity: 'error',
      from: { path: '^src/renderer/(?!features/)' },
      to: { path: '^src/renderer/features/[^/]+/(?!index\\.tsx?$)' },
    },
    forbid('ui-is-plain', '^src/renderer/ui/', '^src/renderer/(features|session|app)/'),
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|raw)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
