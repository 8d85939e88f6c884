import eslint from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const uiFiles = ['static/ui/**/*.{ts,tsx}'];
const jsxFiles = ['static/ui/**/*.{ts,tsx}', 'sandbox/web/**/*.{ts,tsx}'];

/** Attributes that somebody reads or hears. */
const spoken =
  'JSXAttribute[name.name=/^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|label|placeholder|description|hint|heading)$/]';
/** Where an expression becomes text: between tags, or in such an attribute. */
const written = `:matches(:matches(JSXElement, JSXFragment) > JSXExpressionContainer, ${spoken} > JSXExpressionContainer)`;
const uiText = 'Text belongs in locales/: take it from the translator.';

export default tseslint.config(
  { ignores: ['**/dist/**', '.cache/**', '.sandbox/**', 'coverage/**', 'test-results/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers read the same in a template as everywhere else; objects and nullish values stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => doIt()` as a callback is shorter than a block and hides nothing.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A leading underscore says: the signature demands it.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always'],
      complexity: ['error', 15],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**', 'static/ui/**'],
    ignores: ['src/adapters/**', 'src/entry/**', 'src/index.ts', 'static/ui/src/lib/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['@forge/*'], message: 'Only adapters, entry points and static/ui/src/lib know Forge.' }],
        },
      ],
    },
  },
  {
    // Columns and typed arrays, read in loops that keep to their bounds: a fallback value would only hide a mistake there.
    files: ['src/domain/impact/**', 'src/domain/forecast/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Programs for a terminal, and the app's log, which on Forge is the console.
    files: ['scripts/**', 'sandbox/main.ts', 'sandbox/cli*.ts', 'src/adapters/log/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A `describe` holds as many tests as its subject has; each test is a function of its own.
    files: ['test/**', '**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: jsxFiles,
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // A panel loads its data when it opens, and an effect is where that starts: no router could have begun earlier.
      'react-hooks/set-state-in-effect': 'off',
      // The pattern that the ARIA Authoring Practices give for a list box.
      'jsx-a11y/no-noninteractive-element-to-interactive-role': ['error', { ul: ['listbox'], li: ['option'] }],
    },
  },
  {
    files: uiFiles,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}/u]', message: uiText },
        { selector: `${written} > Literal[value=/\\p{L}/u]`, message: uiText },
        { selector: `${written} > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`, message: uiText },
        {
          selector: `${written} > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/\\p{L}/u]`,
          message: uiText,
        },
        { selector: `${spoken} > Literal[value=/\\p{L}/u]`, message: uiText },
      ],
    },
  },
  {
    // Scripts for Node outside every tsconfig: plain JavaScript rules only.
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: { module: 'readonly', require: 'readonly', process: 'readonly', __dirname: 'readonly' },
    },
  },
);
