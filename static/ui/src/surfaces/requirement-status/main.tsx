import '../../styles/base.css';
import '../../styles/form.css';
import './status.css';
import { startMacro } from '../../lib/startSurface';
import { readConfig } from './config';
import { RequirementStatus } from './RequirementStatus';

startMacro('module.requirementStatus.title', ({ config, pageId, macroId }) => (
  <main>
    <RequirementStatus config={readConfig(config)} pageId={pageId} macroId={macroId} />
  </main>
));
