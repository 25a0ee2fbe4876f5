/*-------------------------------------------------------------------------
 *
 * settings.h
 *	  The administrator's settings.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_SETTINGS_H
#define DYNPGEXT_SETTINGS_H

extern int	setting_check_interval; /* seconds */
extern int	setting_assume_revision;
extern char *setting_disable;
extern bool setting_preload;

extern void settings_define(void);
extern bool extension_disabled(const char *name);

#endif							/* DYNPGEXT_SETTINGS_H */
