import type {NextConfig} from 'next';

const config: NextConfig = {
  // This folder is the whole project, wherever it has been copied to.
  poweredByHeader: false,
};

export default config;
