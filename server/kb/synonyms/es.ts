/** Common help desk words in Spanish. Each line is a group of synonyms. */
export const es = `
iniciar sesión, entrar, acceder, ingresar, inicio de sesión, login, loguear
cerrar sesión, salir
registrarse, crear una cuenta, darse de alta, registro
eliminar, borrar, quitar, suprimir
desactivar, deshabilitar, apagar
activar, habilitar, encender
cancelar, darse de baja, anular
cambiar, modificar, editar, actualizar
crear, añadir, agregar, nuevo
configurar, ajustes, preferencias, configuración, opciones
instalar, instalación
iniciar, arrancar, empezar, comenzar
reiniciar, restablecer, resetear
restaurar, recuperar, deshacer, revertir
copia de seguridad, backup, respaldo, instantánea
error, fallo, problema, incidencia
no funciona, falla, roto
solucionar, resolver, arreglar, reparar
lento, rendimiento, tarda, lentitud
caída, interrupción, fuera de servicio, caído
contraseña, clave, password
doble factor, dos pasos, 2fa, autenticación de dos factores, verificación en dos pasos
precio, coste, costo, tarifa
pago, cobro, pagar, abonar
tarjeta de crédito, método de pago
factura, recibo, facturación
suscripción, plan, abono
reembolso, devolución, devolver el dinero
descuento, cupón, promoción
impuesto, iva
renovar, renovación
caducar, vencer, expirar, caducidad, vencimiento
cuenta, perfil
usuario, miembro, persona, empleado, integrante
equipo, organización, empresa
cliente, comprador
administrador, admin, propietario
panel, administración, administrador
permiso, rol, acceso, derechos
invitar, añadir usuarios
correo, email, correo electrónico, e-mail, mail
mensaje, correo
notificación, aviso, alerta
archivo, fichero, documento, adjunto
imagen, foto, fotografía
descargar, exportar, bajar
subir, importar, cargar
migrar, migración, mover, trasladar
informe, estadística, reporte
buscar, búsqueda, encontrar
carpeta, directorio, categoría
guardar, almacenar, salvar
idioma, traducción
tema, diseño, apariencia
móvil, teléfono, celular
ordenador, computadora, equipo
aplicación, programa, app, software
sitio, web, página, sitio web
enlace, vínculo, dirección, url
conectar, integrar, vincular
sincronizar, sincronización
privacidad, protección de datos, rgpd
seguridad, protección
bloquear, bloqueado, bloqueo
desplegar, despliegue, implementación, implementar, publicar
servidor, alojamiento
base de datos, mysql, bd
tienda, comercio, almacén
pedido, compra, orden
carrito, cesta
envío, entrega
producto, artículo
límite, máximo, cuota
espacio, almacenamiento, memoria
versión, lanzamiento
registro, log, historial
contacto, soporte, asistencia, ayuda
mostrar, ver, aparecer, visualizar
atascado, detenido, parado, bloqueado
redirigir, redirección, redireccionar
`;
