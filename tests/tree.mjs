// Enters: the module of pdf.js, and PDFs. Leaves: page by page, the headings and cells that pdf.js finds in the tags of
// each, with their marked sequences and text, as "check-pdf.py --cells" says them.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [library, ...files] = process.argv.slice(2);
const { getDocument, VerbosityLevel } = await import(pathToFileURL(resolve(library)));

function sequences(node) {
  if (node.type === 'content') return [node.id];
  return (node.children ?? []).flatMap(sequences);
}

// The text of each marked sequence, but not of what is marked within it.
async function texts(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const found = new Map();
  const open = [];
  for (const { type, id, str } of items) {
    const inner = open.at(-1);
    if (type?.startsWith('begin')) open.push(id);
    else if (type === 'endMarkedContent') open.pop();
    else if (inner) found.set(inner, (found.get(inner) ?? '') + str);
  }
  return found;
}

// What has to be the same for all readers: not spaces, nor the order of letters in words from right to left.
function letters(words) {
  const seen = [...words.replace(/[\s\p{Cf}]/gu, '')];
  const backward = seen.some((sign) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(sign));
  return (backward ? seen.sort((a, b) => a.codePointAt(0) - b.codePointAt(0)) : seen).join('');
}

function* cells(node, words) {
  const found = sequences(node);
  if (/^(H[1-6]|TH|TD)$/.test(node.role ?? '') && found.length > 0) {
    const numbers = found.map((id) => id.replace(/^.*_mc/, '')).join(' ');
    yield `${node.role} ${numbers} “${letters(found.map((id) => words.get(id) ?? '').join(''))}”`;
  }
  for (const child of node.children ?? []) yield* cells(child, words);
}

async function read(file) {
  const data = new Uint8Array(await readFile(file));
  const loading = getDocument({ data, verbosity: VerbosityLevel.ERRORS });
  const pdf = await loading.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tree = await page.getStructTree();
    for (const line of tree ? cells(tree, await texts(page)) : []) console.log(`${file}: ${number} ${line}`);
  }
  await loading.destroy();
}

for (const file of files) await read(file).catch((error) => console.log(`${file}: ${error.message}`));
