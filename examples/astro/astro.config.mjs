import {defineConfig, envField} from 'astro/config';

const forThePage = {context: 'client', access: 'public'};

export default defineConfig({
  // What of the environment the page may know.
  env: {
    schema: {
      AIW_TOKEN: envField.string({...forThePage, default: ''}),
      AIW_BACKEND_URL: envField.string({...forThePage, default: 'http://localhost:8787'}),
    },
  },
  devToolbar: {enabled: false},
});
