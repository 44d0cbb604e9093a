// Enters: the module of pdf.js, and PDFs. Leaves: page by page, the headings and cells that pdf.js finds in the tags of
// each, with their marked sequences, as "check-pdf.py --cells" says them.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [library, ...files] = process.argv.slice(2);
const { getDocument, VerbosityLevel } = await import(pathToFileURL(resolve(library)));

function sequences(node) {
  if (node.type === 'content') return [node.id.replace(/^.*_mc/, '')];
  return (node.children ?? []).flatMap(sequences);
}

function* cells(node) {
  const found = sequences(node);
  if (/^(H[1-6]|TH|TD)$/.test(node.role ?? '') && found.length > 0) yield `${node.role} ${found.join(' ')}`;
  for (const child of node.children ?? []) yield* cells(child);
}

async function read(file) {
  const data = new Uint8Array(await readFile(file));
  const loading = getDocument({ data, verbosity: VerbosityLevel.ERRORS });
  const pdf = await loading.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const tree = await (await pdf.getPage(number)).getStructTree();
    for (const line of tree ? cells(tree) : []) console.log(`${file}: ${number} ${line}`);
  }
  await loading.destroy();
}

for (const file of files) await read(file).catch((error) => console.log(`${file}: ${error.message}`));
