import 'maplibre-gl/dist/maplibre-gl.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { clock } from './clock.svelte';
import { prefs } from './prefs.svelte';

prefs.wear();
clock.start();
mount(App, { target: document.getElementById('app') as HTMLElement });
