import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({pages: 'dist', assets: 'dist'}),
    // What of the environment the page may know.
    env: {publicPrefix: 'AIW_'},
  },
};
