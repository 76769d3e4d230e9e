import { cacheRules, headers, unchangingFolder } from '../table.ts';

/** A site for nginx: one server that serves a folder. */
export function nginxFile(): string {
  const sent = Object.entries(headers).map(
    ([name, value]) => `    add_header ${name} "${value}" always;`,
  );
  return `# nginx: put this into /etc/nginx/conf.d/pull-the-plug.conf, and dist into the folder named by root.
# To serve the site under a path such as /a/b/, copy dist to a/b in that folder and change the lines
# below "Under a path".

map $uri $pull_the_plug_cache {
    # Under a path: ~^/a/b${unchangingFolder}
    ~^${unchangingFolder} "${cacheRules.unchanging}";
    default "${cacheRules.otherwise}";
}

server {
    listen 80;
    server_name _;
    root /srv/pull-the-plug;

    # Redirects to the address with its slash stay on the host and port the reader knows.
    absolute_redirect off;
    server_tokens off;
    charset utf-8;
    index index.html;
    # Under a path: /a/b/404.html, twice
    error_page 404 /404.html;
    error_page 403 =404 /404.html;

    # The headers are in one place, because a block with one of its own inherits none.
    add_header Cache-Control $pull_the_plug_cache always;
${sent.join('\n')}

    gzip on;
    gzip_vary on;
    gzip_min_length 1000;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml
               text/plain text/xml application/xml application/atom+xml application/rss+xml;

    location / {
        try_files $uri $uri/ =404;
    }

    # Articles as Markdown, a type that many lists of types lack.
    location ~ \\.md$ {
        types { text/markdown md; }
        charset_types text/markdown;
    }
}
`;
}
