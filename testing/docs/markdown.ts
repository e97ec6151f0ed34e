/** Reads the repository's Markdown: documents, their headings, links and fenced blocks. */
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {slug} from '../../docs/generate/slug.js';
import {ROOT} from './named-tests.js';

const SKIPPED = new Set(['node_modules', 'dist', 'data', 'models', 'coverage', 'cache', 'tmp']);

/** A fenced block, with where it stands. */
export interface Fence {
  file: string;
  /** Of the opening fence, from 1. */
  line: number;
  /** First word after the fence; empty where there is none. */
  language: string;
  text: string;
}

/** Every Markdown file of the repository, by its path from the root. */
export function documents(folder = ROOT): string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isHidden = entry.name.startsWith('.') && entry.name !== '.github';
      return SKIPPED.has(entry.name) || isHidden ? [] : documents(path);
    }
    return entry.name.endsWith('.md') ? [relative(ROOT, path)] : [];
  });
}

/** Text of a document. */
export const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const FENCE = /^( *)(`{3,})([^\n`]*)\n([^]*?)^\1\2 *$/gm;

/** Fenced blocks of a document, without their indentation. */
export function fencesOf(file: string): Fence[] {
  const text = textOf(file);
  return [...text.matchAll(FENCE)].map(([, indent = '', , info = '', body = ''], index) => ({
    file,
    line: text.slice(0, positions(text)[index]).split('\n').length,
    language: info.trim().split(/\s+/)[0] ?? '',
    text: indent ? body.replaceAll(new RegExp(`^${indent}`, 'gm'), '') : body,
  }));
}

const positions = (text: string) => [...text.matchAll(FENCE)].map(({index}) => index);

/** A document without its code: what is in it is no heading and no link. */
export const proseOf = (file: string) => textOf(file).replaceAll(FENCE, '');

/** Anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(file: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [...proseOf(file).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
    const base = slug(plain);
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  });
  return new Set(anchors);
}

/** Targets of a document's links and pictures. */
export function linksOf(file: string): string[] {
  const prose = proseOf(file).replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(
    ([, target = '']) => target,
  );
}
