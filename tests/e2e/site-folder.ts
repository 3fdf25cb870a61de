/** The sub-folder that journeys serve the site from, unless they say another; SITE_FOLDER='' is the root. */
export const siteFolder = process.env['SITE_FOLDER'] ?? '/tools/meter';
