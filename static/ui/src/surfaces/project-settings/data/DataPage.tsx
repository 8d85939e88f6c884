import './data.css';
import { useState } from 'react';
import { ErasePart } from './ErasePart';
import { ExportPart } from './ExportPart';
import { ImportPart } from './ImportPart';
import { JournalPart } from './JournalPart';
import { MirrorPart } from './MirrorPart';
import { PersonPart } from './PersonPart';
import { UsagePart } from './UsagePart';

/** What the app keeps of the project, and everything that can be done with it. */
export function DataPage() {
  const [erasures, setErasures] = useState(0);
  return (
    <div className="data-parts">
      <MirrorPart key={`mirror ${String(erasures)}`} />
      <UsagePart key={`usage ${String(erasures)}`} />
      <JournalPart key={`journal ${String(erasures)}`} />
      <ExportPart />
      <ImportPart />
      <PersonPart />
      <ErasePart onErased={() => setErasures(erasures + 1)} />
    </div>
  );
}
