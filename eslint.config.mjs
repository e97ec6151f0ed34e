import js from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TYPED = [
  'src/**/*.ts',
  'loader/**/*.ts',
  'stories/**/*.ts',
  'testing/**/*.ts',
  'docs/**/*.ts',
  'server/src/**/*.ts',
];
const TESTS = ['**/*.test.ts', 'testing/**', 'server/testing/**', 'e2e/**'];
/** What talks to a terminal or is the one place that talks to the console. */
const SPEAKERS = [
  'src/errors.ts',
  'src/controllers/print-report.ts',
  'loader/bootstrap.ts',
  'server/src/logger.ts',
  'server/src/cli*.ts',
  'server/*.mjs',
  'server/scripts/**',
  'stories/*.mjs',
  'bench/**',
  'release/**',
  'docs/generate/run.ts',
  'e2e/**',
  'examples/**',
  '*.mjs',
];

const typesOnly = [
  ['TSEnumDeclaration', 'TypeScript is for types only: use a union or an `as const` object.'],
  ['TSModuleDeclaration[kind!="global"]', 'TypeScript is for types only: use a module.'],
  ['TSParameterProperty', 'TypeScript is for types only: declare and assign the field.'],
].map(([selector, message]) => ({selector, message}));

const wholeTests = [
  {
    selector:
      'MemberExpression[object.name=/^(?:test|suite|it|describe)$/][property.name=/^(?:skip|only|todo|fixme)$/]',
    message: 'Every test runs.',
  },
];

export default tseslint.config(
  {
    ignores: ['**/.*/', '**/dist/', '**/node_modules/', '**/data/', 'server/models/', 'coverage/'],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    languageOptions: {globals: {...globals.browser, ...globals.node}},
    rules: {
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'max-lines': ['error', {max: 300}],
      // Room for a factory that returns an object of small methods, which counts as one function.
      'max-lines-per-function': ['error', {max: 70, skipBlankLines: true, skipComments: true}],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        {property: 'innerHTML', message: 'Text goes in as text, markup through Lit.'},
        {property: 'outerHTML', message: 'Text goes in as text, markup through Lit.'},
        {property: 'insertAdjacentHTML', message: 'Text goes in as text, markup through Lit.'},
      ],
      'no-restricted-syntax': ['error', ...typesOnly],
      'no-warning-comments': ['error', {terms: ['todo', 'fixme', 'xxx']}],
      'object-shorthand': 'error',
      '@typescript-eslint/no-empty-object-type': [
        'error',
        {allowInterfaces: 'with-single-extends'},
      ],
      'prefer-const': 'error',
      // Control characters are what some patterns are about.
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        {fixStyle: 'inline-type-imports', disallowTypeAnnotations: false},
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true},
      ],
    },
  },
  {
    files: TYPED,
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.node.json', 'server/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', package: 'node:test', name: ['test', 'suite', 'it', 'describe']},
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: {arguments: false}}],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {considerDefaultExhaustiveForUnions: true},
      ],
    },
  },
  {
    files: ['src/elements/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], a11y.configs.recommended],
    // It miscounts columns behind a `${…}` (eslint-plugin-lit 2.3) and then ends the whole run.
    rules: {'lit-a11y/img-redundant-alt': 'off'},
    settings: {wc: {elementBaseClasses: ['LitElement', 'CallElement']}},
  },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', {max: 400}],
      'no-console': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...typesOnly, ...wholeTests],
    },
  },
  {
    // Assertions that read as sentences, `expect(pill.invalid).to.be.true`: expressions without an
    // effect, and promises in the eyes of chai-as-promised's types.
    files: [
      'src/**/*.test.ts',
      'loader/**/*.test.ts',
      'stories/**/*.test.ts',
      'testing/harness/**/*.ts',
    ],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {files: ['**/*.d.ts'], rules: {'no-restricted-syntax': 'off'}},
  // A framework's own types are added to in its own module and namespace.
  {
    files: ['src/jsx/*.ts'],
    rules: {'no-restricted-syntax': 'off', '@typescript-eslint/no-namespace': 'off'},
  },
  {files: SPEAKERS, rules: {'no-console': 'off'}},
);
