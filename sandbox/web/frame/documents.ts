import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';

const processing = new CSPProcessingService({ info: () => undefined }, load);
const injection = new CSPInjectionService();

/** Where browsers report what the policy blocked: here, not at the platform's own collector. */
export const VIOLATION_PATH = '/__host/csp-report';

/**
 * The policy that the platform computes for the page, `siteOrigin` standing for the customer's site.
 * @see https://developer.atlassian.com/platform/forge/custom-ui/
 */
export function contentSecurityPolicy(html: string, permissions: object, siteOrigin: string): string {
  const existingCSPDetails = processing.getCspDetails(html, permissions);
  const directives = injection.getInjectableCSP({ existingCSPDetails, microsEnv: 'prod', hostname: siteOrigin });
  return directives
    .map((directive) => (directive.startsWith('report-uri ') ? `report-uri ${VIOLATION_PATH}` : directive))
    .join('; ');
}

/** The page with the bridge's script first in its head, so that no script of the app runs before it. */
export function withBridge(html: string, siteOrigin: string): string {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: false } });
  const script = $('<script>').attr({ src: '/__host/bridge.js', 'data-site-origin': siteOrigin });
  $('head').first().prepend(script);
  return $.html();
}
