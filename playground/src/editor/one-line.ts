import { EditorState, type Extension, type Transaction, type TransactionSpec } from '@codemirror/state';

/** A text on one line. */
export function asOneLine(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, ' ');
}

/** What comes in with line breaks, such as what is pasted, comes in on one line: to a selector they are blanks. */
function onOneLine(transaction: Transaction): TransactionSpec | Transaction {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
  const changes: { from: number; to: number; insert: string }[] = [];
  transaction.changes.iterChanges((from, to, _from, _to, inserted) => {
    // A blank is as long as a line break, so that the selection still fits.
    changes.push({ from, to, insert: inserted.toString().replaceAll('\n', ' ') });
  });
  return { changes, selection: transaction.newSelection, scrollIntoView: true, userEvent: 'input.paste' };
}

/** An editor of one line, however long. */
export const oneLine: Extension = EditorState.transactionFilter.of(onOneLine);
