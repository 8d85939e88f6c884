import '../../styles/base.css';
import '../../styles/form.css';
import '../../styles/panel.css';
import './impact.css';
import { startSurface } from '../../lib/startSurface';
import { ImpactPanel } from './ImpactPanel';

startSurface('module.impactPanel.title', <ImpactPanel />);
