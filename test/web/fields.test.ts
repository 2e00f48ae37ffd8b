import { expect, test } from '@jest/globals';
import { errorSummary } from '../../src/web/components.ts';
import { textField } from '../../src/web/fields.ts';

test('what a person typed is shown as text, never as markup', () => {
  const { text } = textField({ name: 'name', label: 'Name', value: '"><script>alert(1)</script>' });

  expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
});

test('a field at fault is tied to its fault and its hint', () => {
  const { text } = textField({ name: 'age', label: 'Age', hint: 'In years', error: 'Too old' });

  expect(text).toContain('aria-describedby="field-age-hint field-age-error"');
  expect(text).toContain('aria-invalid="true"');
  expect(text).toContain('id="field-age-error">Too old');
});

test('the summary leads to each field by its name', () => {
  const summary = errorSummary([{ field: 'email', message: 'This is needed.' }], () => 'E-mail');

  expect(String(summary)).toContain('href="#field-email">E-mail – This is needed.');
});

test('without faults there is no summary', () => {
  expect(errorSummary([])).toBe(false);
});
