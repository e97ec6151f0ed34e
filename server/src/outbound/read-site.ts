import type {ReadSite} from '../domain/import-jobs.js';
import {isLocalHost} from '../domain/origin.js';
import {importSite} from '../domain/site-import.js';
import {createFetchText} from './fetch-text.js';
import {pageText, sitemapUrls} from './page-text.js';

/** Reads a site's own pages as knowledge; those of a private network only for a site that is there. */
export const readSite: ReadSite = options =>
  importSite({
    ...options,
    fetchText: createFetchText(isLocalHost(options.domain)),
    textOf: pageText,
    sitemapOf: sitemapUrls,
  });
