import config from './playwright.config';

/** npm run test:e2e:root: every journey again, with the site at the root of its host. */
process.env['SITE_FOLDER'] = '';

export default config;
