# The product and what it needs to run; no test, no tool. Two commands:
#   docker build -t lipei .
#   docker run -p 127.0.0.1:3978:3978 -v lipei:/data --env-file lipei.env lipei
# Settings are environment variables (-e or --env-file): docs/deploy.md.
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force
COPY . .
RUN mkdir -p /data && chown node:node /data
USER node
ENV HOST=0.0.0.0 PORT=3978 DATA_DIR=/data
VOLUME /data
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["node", "scripts/healthy.ts"]
CMD ["node", "index.ts"]
