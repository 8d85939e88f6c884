import '../../styles/base.css';
import '../../styles/form.css';
import '../../styles/detail.css';
import './settings.css';
import { startSurface } from '../../lib/startSurface';
import { SettingsPage } from './SettingsPage';

startSurface('module.projectSettings.title', <SettingsPage />);
