/* The package is ES modules, which Node can require. Run by check-runtimes.js. */
const { parseSelector, tryParseSelector, LabelIndex } = require('labelwise');
const { toSql } = require('labelwise/sql');

const index = new LabelIndex();
index.set('web-0', { app: 'web' });
if (index.count(parseSelector('app')) !== 1) throw new Error('the index is not as it is when imported');
if (tryParseSelector('app in web').ok) throw new Error('a wrong text was taken');
if (!toSql(parseSelector('app'), { dialect: 'sqlite' }).text) throw new Error('no SQL');
console.log('as when it is imported');
