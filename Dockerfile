# ispyb-api as a container: docker build -t ispyb-api .
FROM python:3.12-slim AS build
WORKDIR /source
COPY setup.cfg setup.py MANIFEST.in README.rst LICENSE ./
COPY ispyb_api ispyb_api
COPY sql sql
COPY settings settings
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.12-slim
ARG EXTRAS=keycloak,ldap
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir "$(echo /wheels/*.whl)[$EXTRAS]" \
    && useradd --system --uid 1000 --no-create-home --shell /usr/sbin/nologin ispyb
USER ispyb
WORKDIR /tmp

# All addresses of the container; which of them can be reached from outside is for who runs it to say.
ENV ISPYB_SERVER_HOST=0.0.0.0 \
    PYTHONUNBUFFERED=1
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f\"http://127.0.0.1:{os.environ.get('ISPYB_SERVER_PORT', 8000)}/health\", timeout=2)"]
ENTRYPOINT ["ispyb-api"]
CMD ["serve"]
