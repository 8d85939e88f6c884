import { config } from 'zod';

// The site's content security policy forbids making code at run time, which zod would otherwise try.
config({ jitless: true });
