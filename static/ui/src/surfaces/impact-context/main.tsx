import '../../styles/base.css';
import '../../styles/panel.css';
import '../impact-panel/impact.css';
import { startSurface } from '../../lib/startSurface';
import { ImpactContext } from './ImpactContext';

startSurface('module.impactContext.title', <ImpactContext />);
