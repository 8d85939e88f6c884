import '../../styles/base.css';
import '../../styles/form.css';
import '../requirement-status/status.css';
import { startMacro } from '../../lib/startSurface';
import { readConfig } from '../requirement-status/config';
import { Configuration } from './Configuration';

startMacro('module.requirementStatus.configure', ({ config, pageId, macroId }) => (
  <Configuration initial={readConfig(config)} pageId={pageId} macroId={macroId} />
));
