import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const [from, to] = process.argv.slice(2);
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from))
  writeFileSync(
    join(to, name.replace(/\.md$/, '.html')),
    processor.processSync(readFileSync(join(from, name), 'utf8')).toString(),
  );
