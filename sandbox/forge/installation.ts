/** The one site, environment and installation of a sandbox. */
export const CLOUD_ID = '2f1d3c84-6a3b-4b60-9d0e-5f7c0c1f0a11';
export const ENVIRONMENT_ID = '8c0e7a52-1f7e-4c7c-8d47-0f6b6a1f2b22';
export const ENVIRONMENT_TYPE = 'DEVELOPMENT';
export const INSTALLATION_ID = '5b9c2f36-4d0a-4c0f-a1d2-7e3f4a5b6c33';
export const INSTALLATION_ARI = `ari:cloud:ecosystem::installation/${INSTALLATION_ID}`;
/** The app's own account, the author of what it writes as itself. */
export const APP_ACCOUNT_ID = 'sandbox-app';
export const SITE_ARI = `ari:cloud:jira::site/${CLOUD_ID}`;
/** Shown in `self` links and in the app's context; reserved by RFC 2606, so nothing can answer there. */
export const SITE_URL = 'https://site.sandbox.invalid';
