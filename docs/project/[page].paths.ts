import {ROOT_PAGES, rootPage} from '../generate/pages.js';

/** The root's documents as pages of the site. */
export default {
  paths: () => Object.keys(ROOT_PAGES).map(page => ({params: {page}, content: rootPage(page)})),
};
