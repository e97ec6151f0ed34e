import type {ReadSite} from '../domain/knowledge/import-jobs.js';
import {isLocalHost} from '../domain/admission/origin.js';
import {importSite} from '../domain/knowledge/site-import.js';
import {createFetchText} from './fetch-text.js';
import {pageText, sitemapUrls} from './page-text.js';

/** Reads a site's own pages as knowledge. @param mayBeLocal - Whether a site of this machine may be read. */
export function createReadSite(mayBeLocal: boolean): ReadSite {
  return options =>
    importSite({
      ...options,
      fetchText: createFetchText(mayBeLocal && isLocalHost(options.domain)),
      textOf: pageText,
      sitemapOf: sitemapUrls,
    });
}
