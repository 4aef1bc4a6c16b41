"""How people come in: sign-in, second factors, sessions, single sign-on; django-allauth does the work."""
