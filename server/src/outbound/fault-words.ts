import type {PageFault} from '../domain/knowledge/site-import.js';

/** Why a page could not be read, in words. */
const FAULTS: Readonly<Record<string, string>> = {
  'other-site': 'The page leads to another site. Give the address that it leads to, or its own.',
  'private-address': 'The page is on a private network, where this server asks for nothing.',
  'too-many-redirects': 'The page leads from one address to the next without an end.',
  'too-large': 'The page is larger than three megabytes.',
  timeout: 'The page did not answer within fifteen seconds.',
  'no-page': 'The address is no web page.',
  'status-404': 'There is no such page: the site answers with status 404.',
  failed: 'The page cannot be reached. Check the address, and that the site is up.',
};

/** Why a page could not be read, and what to do, for its operator. */
export function faultInWords(fault: PageFault): string {
  return FAULTS[fault] ?? `The page answers with ${fault.replace('-', ' ')}.`;
}
