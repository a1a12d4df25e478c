import { defineConfig } from "vite";

// While one works on the page: `volteface serve --port 8080` beside `npm run dev`.
const program = "http://127.0.0.1:8080";

export default defineConfig({
  build: { modulePreload: false, assetsInlineLimit: 0, reportCompressedSize: false },
  server: {
    proxy: { "^/api/.*": program, "^/(states|pairs|votes|turns|reports|briefs).*\\.(json|csv|html|md|txt)": program },
  },
});
